/** The operating system's error codes, in Vietnamese. */
export const refusals: Readonly<Record<string, string>>
