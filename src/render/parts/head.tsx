import { iconAddress } from '../../model/icon.ts'

interface Props {
  readonly title: string
  readonly description: string
  /** Whether the page also uses what lies beside a phone's camera and its home bar. */
  readonly whole: boolean
}

/** The contents of every page's head, before its style and script. */
export const Head = ({ title, description, whole }: Props) => (
  <>
    <meta charset="utf-8" />
    <meta
      name="viewport"
      content={`width=device-width, initial-scale=1${whole ? ', viewport-fit=cover' : ''}`}
    />
    <title>{title}</title>
    <meta name="description" content={description} />
    <meta name="google" content="notranslate" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href={iconAddress} />
  </>
)
