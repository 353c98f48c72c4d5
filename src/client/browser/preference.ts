/** A choice kept on this machine, such as the scheme; where nothing can be kept it is forgotten. */
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
        // Forbidden here, or full: the choice holds for this page only.
      }
    },
    forget() {
      try {
        localStorage.removeItem(key)
      } catch {
        // Forbidden here: nothing was kept.
      }
    },
  }
}
