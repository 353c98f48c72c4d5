const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%237a1212' d='M0 3h16v4H0zM0 10h9v3H0z'/%3E%3C/svg%3E"

/** What every page says of itself before its style and its script. */
export const Head = ({ title, description }: { title: string; description: string }) => (
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
    <meta name="description" content={description} />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href={icon} />
  </>
)
