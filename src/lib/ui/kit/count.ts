/** A number with its noun: `1 mark`, `2,000 marks`. */
export function count(number: number, one: string, many = `${one}s`): string {
	return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
