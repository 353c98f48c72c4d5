/**
 * A setting in localStorage, such as the scheme; where that does not work, it is not remembered.
 */
export function preference(name: string): {
  read(): string | null
  write(value: string): void
  forget(): void
} {
  const key = `bao-cao-vien:${name}`
  return {
    read() {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, value)
      } catch {
        // Forbidden or full: the setting holds for this page only.
      }
    },
    forget() {
      try {
        localStorage.removeItem(key)
      } catch {
        // Forbidden: nothing was stored.
      }
    },
  }
}
