/**
 * Keeps this page when a file is dropped on it, which a browser would open in its place, in the middle of
 * a talk too. `take` gets the file.
 */
export function keepFromDrops(take?: (file: File) => void): void {
  const heed = (event: DragEvent) => {
    const { dataTransfer } = event
    if (!dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    // None while it is dragged.
    const [file] = dataTransfer.files
    if (file) take?.(file)
  }
  addEventListener('dragover', heed)
  addEventListener('drop', heed)
}
