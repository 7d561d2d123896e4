#!/bin/sh
# Cuts the fonts of this folder from those of Debian's fonts-noto-core. Needs fontTools (pyftsubset).
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
latin=U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02C6-02DD,U+0300-030C,U+0323-0328,U+0370-03FF,U+0400-045F,U+0490-0491,U+1E80-1E85,U+1EF2-1EF3,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-2122,U+2212,U+2248,U+2260,U+2264-2265,U+25CC,U+FEFF,U+FFFD
arabic=U+0020,U+00A0,U+0600-06FF,U+0750-077F,U+200C-200F,U+202A-202E,U+2066-2069,U+25CC,U+FD3E-FD3F,U+FDF2,U+FDFA
indian=U+0020,U+00A0,U+0951-0952,U+0964-0965,U+200C-200D,U+25CC

cut() {
    pyftsubset "$from/$1.ttf" --unicodes="$2" --output-file="$1.ttf" --layout-features='*' --no-hinting \
        --desubroutinize --drop-tables+=DSIG --name-IDs='*' --name-languages=0x409 --notdef-outline
}

for weight in Regular Bold; do
    cut "NotoSans-$weight" "$latin"
    cut "NotoNaskhArabic-$weight" "$arabic"
    cut "NotoSansGurmukhi-$weight" "$indian,U+0A00-0A7F"
    cut "NotoSansGujarati-$weight" "$indian,U+0A80-0AFF"
    cut "NotoSansBengali-$weight" "$indian,U+0980-09FF"
    cut "NotoSansSymbols-$weight" U+0020,U+00A0,U+2190-2199
done
cut NotoSansSymbols2-Regular U+0020,U+00A0,U+25A0,U+25A1,U+25B2,U+25B6,U+25C0,U+25C6,U+25CB,U+25CF,U+2714
