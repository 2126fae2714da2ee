#!/usr/bin/env bash
# Lets LibreOffice open our CSV files and our workbook, told to compute what looks like a formula: it must find none in
# them, and those in a file that asks for it; the workbook must hold what the CSV file holds. Says so and stops where LibreOffice is not installed (Debian: libreoffice-calc-nogui).
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v soffice >/dev/null 2>&1 || {
    echo "sheets: LibreOffice is not installed, nothing was tried"
    exit 0
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RUNDOWN_SHEETS=$work cargo test --quiet --test plain sheets_for_another_program
printf '"kind","a"\r\n"x",=1+1\r\n' >"$work/control.csv"

# Comma, quotation mark, UTF-8, from row 1, no columns set, any language; texts in quotes stay texts unless they are
# formulas; the last field: compute formulas.
import='Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true'
soffice "-env:UserInstallation=file://$work/profile" --headless \
    --convert-to 'fods:OpenDocument Spreadsheet Flat XML' --infilter="$import" --outdir "$work" "$work"/*.csv \
    >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }

# LibreOffice writes a yes or no of a workbook as a formula of its own.
formulas() { { grep -o 'table:formula="[^"]*"' "$work/$1.fods" | grep -vE '"of:=(TRUE|FALSE)\(\)"' || true; } | wc -l; }
[ "$(formulas control)" -eq 1 ] || { cat "$work/said"; echo "sheets: the formula that is there was not seen"; exit 1; }
for sheet in whole lessons questions attempts; do
    [ "$(formulas "$sheet")" -eq 0 ] || { echo "sheets: LibreOffice computes something in $sheet.csv"; exit 1; }
done
soffice "-env:UserInstallation=file://$work/profile" --headless \
    --convert-to 'fods:OpenDocument Spreadsheet Flat XML' --outdir "$work" "$work/book.xlsx" \
    >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
[ -f "$work/book.fods" ] || { cat "$work/said"; echo "sheets: LibreOffice cannot open the workbook"; exit 1; }
[ "$(formulas book)" -eq 0 ] || { echo "sheets: LibreOffice computes something in the workbook"; exit 1; }
for text in '>=1+1<' '>@SUM(1;2)<'; do
    grep -qF "$text" "$work/book.fods" || { echo "sheets: \`$text\` is missing in the workbook"; exit 1; }
done
echo "sheets: LibreOffice sees no formula in 4 files and a workbook, and the one in the control"
