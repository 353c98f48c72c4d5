/** The operating system's error codes, in Vietnamese. */
export const refusals: Readonly<Record<string, string>>

/** The operating system's code of an error, with the true cause of an mkdir that failed. */
export function codeOf(error: {
  readonly code: string
  readonly syscall: string
  readonly path?: string | undefined
}): string
