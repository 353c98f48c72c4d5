/** The part of subset-font's API that is used here; the published types lack its newer options. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2'
      /** OpenType features to keep; glyphs that only other features reach are dropped. */
      keepFeatures: readonly string[]
      noHinting: boolean
    },
  ): Promise<Buffer>
}
