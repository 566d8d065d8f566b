// SPDX-License-Identifier: GPL-3.0-or-later
// node highs_wasm.cjs [FILE.lp SECONDS]: solves by npm's package highs, or tells its version.
const fs = require("fs");
const root = process.env.NODE_PATH ? [] : [require("child_process").execSync("npm root -g").toString().trim()];
const entry = require.resolve("highs", { paths: [process.cwd(), ...root] });
const [file, seconds] = process.argv.slice(2);

if (file === undefined) {
  const text = fs.readFileSync(require("path").join(entry, "..", "..", "package.json"), "utf8");
  console.log(JSON.parse(text).version);
} else {
  require(entry)({ print: console.log }).then((highs) => {
    const options = { time_limit: Number(seconds), mip_rel_gap: 0, mip_abs_gap: 0.9, output_flag: true, log_to_console: true };
    highs.solve(fs.readFileSync(file, "utf8"), options);
  });
}
