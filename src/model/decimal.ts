/** A number as Vietnamese writes it, with a comma: «1,5». */
export const decimal = (number: number | string): string => String(number).replace('.', ',')
