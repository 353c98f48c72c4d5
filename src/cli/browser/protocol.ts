/**
 * The calls of the Chrome DevTools Protocol that the commands make, each with what it takes and what
 * it returns; from https://chromedevtools.github.io/devtools-protocol/.
 */
export interface Calls {
  'Target.createBrowserContext': [
    takes: { disposeOnDetach: true },
    returns: { readonly browserContextId: string },
  ]
  'Target.createTarget': [
    takes: { url: string; browserContextId: string },
    returns: { readonly targetId: string },
  ]
  'Target.attachToTarget': [
    takes: { targetId: string; flatten: true },
    returns: { readonly sessionId: string },
  ]
  'Target.closeTarget': [takes: { targetId: string }, returns: object]
  'Page.navigate': [takes: { url: string }, returns: { readonly errorText?: string }]
  'Page.printToPDF': [
    takes: {
      preferCSSPageSize: boolean
      printBackground: boolean
      generateTaggedPDF: boolean
      generateDocumentOutline: boolean
    },
    /** The PDF in base64. */
    returns: { readonly data: string },
  ]
  'Emulation.setScriptExecutionDisabled': [takes: { value: boolean }, returns: object]
  'Emulation.setEmulatedMedia': [
    takes: { media: string; features: readonly { name: string; value: string }[] },
    returns: object,
  ]
  'Emulation.setDeviceMetricsOverride': [
    takes: { width: number; height: number; deviceScaleFactor: number; mobile: boolean },
    returns: object,
  ]
  'Fetch.enable': [takes: object, returns: object]
  'Fetch.fulfillRequest': [
    takes: {
      requestId: string
      responseCode: number
      responseHeaders: readonly { name: string; value: string }[]
      /** In base64. */
      body: string
    },
    returns: object,
  ]
  'Fetch.failRequest': [takes: { requestId: string; errorReason: 'Failed' }, returns: object]
  'Runtime.evaluate': [
    takes: { expression: string; awaitPromise: true; returnByValue: true },
    returns: {
      readonly result: { readonly value?: unknown }
      readonly exceptionDetails?: {
        readonly text: string
        readonly exception?: { readonly description?: string }
      }
    },
  ]
}

/** The events that the commands act on. */
interface Events {
  'Fetch.requestPaused': { readonly requestId: string; readonly request: { readonly url: string } }
  'Inspector.targetCrashed': object
}

/** An event of a page, which is named by its session. */
export type Event = {
  [Name in keyof Events]: {
    readonly method: Name
    readonly params: Events[Name]
    readonly sessionId?: string
  }
}[keyof Events]
