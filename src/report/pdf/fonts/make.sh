#!/bin/sh
# Makes the fonts that go into PDF files from Google's Noto fonts: only letters that names and reports need, without hints,
# each deflated (zlib). Usage: sh make.sh /usr/share/fonts/truetype/noto. Needs Python 3 with fonttools 4.68.
set -eu
noto=${1:?"the folder of the Noto fonts (Debian: fonts-noto-core 20201225-1)"}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

subset() { # the source, the letters, the layout features
    pyftsubset "$noto/$1.ttf" --unicodes="$2" --layout-features="$3" --no-hinting --name-IDs=0,3,4,6,13 \
        --drop-tables+=DSIG,meta,STAT --output-file="$work/$1.ttf"
}

subset NotoSans-Regular 'U+0020-007E,U+00A0-024F,U+0253-025B,U+0260,U+0263,U+0268-026B,U+0272,U+0275,U+0280,U+0283,U+0289,U+028A,U+028B,U+0292,U+0294,U+0298,U+02B0,U+02B7,U+02B9-02BF,U+02C6-02DD,U+0300-0315,U+031B,U+0323-0328,U+032D-0331,U+0338,U+0342,U+0345,U+035C,U+0361,U+037A-03FF,U+0400-0527,U+1E00-1EFF,U+2010-2027,U+202F-203A,U+2044,U+2070-2079,U+2080-2089,U+20A0-20BF,U+2116,U+2117,U+2122,U+2126,U+2212,U+2215,U+2260,U+2264,U+2265,U+25CC,U+A78B,U+A78C' \
    ccmp,locl,mark,mkmk,kern
subset NotoSans-Bold 'U+0020-007E,U+00A0-024F,U+0253,U+0254,U+0256,U+0257,U+0259,U+025B,U+0260,U+0263,U+0268,U+0269,U+0272,U+0289,U+028B,U+0292,U+02BB,U+02BC,U+02BE,U+02BF,U+0300-030C,U+0323-0328,U+0331,U+0384-03CF,U+0400-04FF,U+1E00-1EFF,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2039,U+203A,U+20AC,U+2116,U+2122,U+2212,U+2264,U+2265,U+25CC' \
    ccmp,locl,mark,mkmk,kern
subset NotoSansArabic-Regular 'U+0020,U+060C,U+0610-061F,U+0621-063A,U+0640-0655,U+0660-06D3,U+06D5,U+06EE-06FF,U+0750-077F,U+08A0-08AC,U+200C,U+200D,U+25CC,U+00AB,U+00BB' \
    ccmp,locl,init,medi,fina,isol,rlig,calt,liga,mark,mkmk,curs
subset NotoSansEthiopic-Regular 'U+0020,U+1200-139F,U+2D80-2DDF,U+AB01-AB2E' ccmp,mark
subset NotoSansMath-Regular 'U+2190-2193,U+2194,U+21D2,U+2211,U+221A,U+221E,U+2248' ''
subset NotoSansSymbols2-Regular 'U+25A0,U+25A1,U+25B2,U+25B6,U+25B8,U+25BC,U+25C0,U+25C9,U+25CB,U+25CF,U+25D0,U+2605,U+2606,U+2610,U+2611,U+2713,U+2714,U+2717,U+2718' ''
pyftmerge --output-file="$work/NotoSansSigns-Regular.ttf" "$work/NotoSansMath-Regular.ttf" "$work/NotoSansSymbols2-Regular.ttf"

for font in NotoSans-Regular NotoSans-Bold NotoSansArabic-Regular NotoSansEthiopic-Regular NotoSansSigns-Regular; do
    python3 -c 'import sys, zlib; open(sys.argv[2], "wb").write(zlib.compress(open(sys.argv[1], "rb").read(), 9))' \
        "$work/$font.ttf" "$here/$font.ttf.z"
done
