import type { Browser } from './launch.ts'
import type { Calls } from './protocol.ts'

/** An answer to a request of a page. */
export interface Reply {
  readonly body: string | Buffer
  /** Its media type. */
  readonly type: string
}

/** A page of a browser, with scripts off. */
export interface Tab {
  /** Opens an address; resolves once its answer has begun to arrive. */
  goTo(url: string): Promise<void>
  /** Runs a script in the page; its result travels as JSON. */
  evaluate(script: string): Promise<unknown>
  /**
   * Calls a function in the page, which knows nothing of the program around it. Arguments and result
   * travel as JSON.
   */
  run<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>
  /** Prints the page as a PDF, with tags and bookmarks. */
  print(): Promise<Uint8Array>
  close(): Promise<unknown>
}

/** How long printing may take, in ms: a thousand slides on a slow machine take minutes. */
const patience = 600_000

/**
 * Opens an empty page for a CSS medium, as large as a slide is drawn. `reply` answers its requests; one
 * without an answer fails.
 */
export async function openTab(
  { call: callBrowser, listen, context }: Browser,
  media: string,
  reply: (url: string) => Promise<Reply | undefined>,
): Promise<Tab> {
  const { targetId } = await callBrowser('Target.createTarget', {
    url: 'about:blank',
    browserContextId: context,
  })
  const { sessionId } = await callBrowser('Target.attachToTarget', { targetId, flatten: true })
  const call = <Name extends keyof Calls>(name: Name, takes: Calls[Name][0], limit?: number) =>
    callBrowser(name, takes, { session: sessionId, limit })
  const answer = async (requestId: string, url: string) => {
    const found = await reply(url)
    if (!found) return call('Fetch.failRequest', { requestId, errorReason: 'Failed' })
    return call('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'Content-Type', value: found.type }],
      body: Buffer.from(found.body).toString('base64'),
    })
  }
  const deafen = listen(({ method, params, sessionId: of }) => {
    if (method !== 'Fetch.requestPaused' || of !== sessionId) return
    // A page that is closed meanwhile needs no answer.
    answer(params.requestId, params.request.url).catch(() => undefined)
  })
  const show = (media: string) =>
    call('Emulation.setEmulatedMedia', {
      media,
      features: [{ name: 'prefers-color-scheme', value: 'light' }],
    })
  const size = { width: 1280, height: 720, deviceScaleFactor: 1, mobile: false }
  await Promise.all([
    call('Fetch.enable', {}),
    call('Emulation.setScriptExecutionDisabled', { value: true }),
    show(media),
    call('Emulation.setDeviceMetricsOverride', size),
  ])
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails: thrown } = await call('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text)
    return result.value
  }
  return {
    goTo: async (url) => {
      const { errorText } = await call('Page.navigate', { url })
      if (errorText) throw new Error(`${url}: ${errorText}`)
    },
    evaluate,
    run: <Args extends readonly unknown[], Result>(
      work: (...args: Args) => Result,
      ...args: Args
    ) =>
      // What the function returned.
      evaluate(`(${work})(...${JSON.stringify(args)})`) as Promise<Awaited<Result>>,
    print: async () => {
      const options = {
        ...{ preferCSSPageSize: true, printBackground: true },
        ...{ generateTaggedPDF: true, generateDocumentOutline: true },
      }
      // Called at once, so that the page is laid out for paper only.
      const [, { data }] = await Promise.all([
        show('print'),
        call('Page.printToPDF', options, patience),
      ])
      return Buffer.from(data, 'base64')
    },
    close: () => {
      deafen()
      return callBrowser('Target.closeTarget', { targetId })
    },
  }
}
