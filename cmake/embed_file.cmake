# SPDX-License-Identifier: GPL-3.0-or-later
# Run by husly_embed: writes FILE as a C array NAME into OUT.
file(READ "${FILE}" bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE "${OUT}" "extern const char ${NAME}[];\nconst char ${NAME}[] = {${bytes}'\\0'};\n")
