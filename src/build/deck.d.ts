import type { InlineConfig } from 'vite'

export const deckAlias: { readonly '#deck': string }
export const reading: InlineConfig
