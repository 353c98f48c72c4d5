export function hashInputs(deckFiles: readonly string[]): string
