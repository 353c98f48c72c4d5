/**
 * Keeps this page when a file or a link is dropped on it, which a browser would open in its place,
 * in the middle of a talk too. `take` gets the file; a field gets the link.
 */
export function keepFromDrops(take?: (file: File) => void): void {
  const heed = (event: DragEvent) => {
    const { dataTransfer, target } = event
    const isFile = dataTransfer?.types.includes('Files')
    const isLink = dataTransfer?.types.includes('text/uri-list')
    const writes = target instanceof Element && target.matches('input, textarea')
    if (!isFile && (!isLink || writes)) return
    event.preventDefault()
    // None while it is dragged.
    const [file] = dataTransfer?.files ?? []
    if (file) take?.(file)
  }
  addEventListener('dragover', heed)
  addEventListener('drop', heed)
}
