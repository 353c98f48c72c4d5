const romans = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

function roman(number: number): string {
  const [sign, value] = romans.find(([, value]) => value <= number) ?? ['', 0]
  return value > 0 ? sign + roman(number - value) : ''
}

/** The number of a list item as lists of this `type` show it: «IV.», «2.», «c)», «(4)». */
export function numberIn(type: string, number: number): string {
  if (type === 'I') return `${roman(number)}.`
  if (type === 'a') return `${String.fromCharCode(96 + number)})`
  return type === '(1)' ? `(${number})` : `${number}.`
}
