import type { InlineConfig, OxcOptions } from 'vite'

export const deckAlias: { readonly '#deck': string }
export const reading: InlineConfig & {
  readonly oxc: OxcOptions & {
    readonly jsx: { readonly runtime: 'automatic'; readonly importSource: string }
  }
}
