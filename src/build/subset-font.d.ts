/** The part of subset-font that is used here; the published types lack its newer options. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2'
      /** OpenType features to keep; the glyphs that only others reach are dropped. */
      keepFeatures: readonly string[]
      noHinting: boolean
    },
  ): Promise<Buffer>
}
