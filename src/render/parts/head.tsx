import { iconAddress } from '../../model/icon.ts'

/** The contents of every page's head, before its style and script. */
export const Head = ({ title, description }: { title: string; description: string }) => (
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
    <meta name="description" content={description} />
    <meta name="google" content="notranslate" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href={iconAddress} />
  </>
)
