export const deckAlias: { readonly '#deck': string }
