/** The operating system's error codes, in Vietnamese. */
export const refusals: Readonly<Record<string, string>>

/** The operating system's code of an error, with the true cause of an mkdir that failed. */
export function codeOf(error: {
  readonly code: string
  readonly syscall: string
  readonly path?: string | undefined
}): string

/** Whether the system gave a program no memory. */
export function lacksMemory(error: unknown): boolean

/** What to say then, and what to do. */
export const memoryWords: readonly [message: string, hint: string]
