/** Cells of tables that a spreadsheet would take for formulas, and run (owasp.org/www-community/attacks/CSV_Injection). */

// What begins a formula, also behind an apostrophe that was put there by us or by the reader.
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet runs: an apostrophe before what would begin a formula. */
export function guardFormula(cell: string): string {
	return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes away the apostrophe that `guardFormula` put there. */
export function unguardFormula(cell: string): string {
	return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
