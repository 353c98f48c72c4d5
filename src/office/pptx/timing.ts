import { attribute, idsFrom, type Xml, xml } from '../package/xml.ts'

/** A shape that appears with a key press. */
export interface Stepped {
  readonly id: number
  readonly step: number
  readonly kind: 'text' | 'shape' | 'group'
}

const startXml = (delay: string): Xml => xml`<p:stCondLst><p:cond delay="${delay}"/></p:stCondLst>`

const turnXml = (event: string): Xml =>
  xml`<p:cond evt="${event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>`

/** The slide's key presses: at each, its shapes appear at once. Undefined without steps. */
export function timingXml(stepped: readonly Stepped[]): Xml | undefined {
  const steps = [...new Set(stepped.map(({ step }) => step))].sort((a, b) => a - b)
  if (steps.length === 0) return undefined
  // The root and the sequence are the first two.
  const next = idsFrom(3)
  const appear = ({ id, kind }: Stepped, at: number): Xml => xml`
    <p:par>
      <p:cTn id="${next()}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"
        nodeType="${at === 0 ? 'clickEffect' : 'withEffect'}"${kind !== 'group' && xml` grpId="0"`}>
        ${startXml('0')}
        <p:childTnLst>
          <p:set>
            <p:cBhvr>
              <p:cTn id="${next()}" dur="1" fill="hold">${startXml('0')}</p:cTn>
              <p:tgtEl><p:spTgt spid="${id}"/></p:tgtEl>
              <p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>
            </p:cBhvr>
            <p:to><p:strVal val="visible"/></p:to>
          </p:set>
        </p:childTnLst>
      </p:cTn>
    </p:par>`
  const press = (step: number): Xml => xml`
    <p:par>
      <p:cTn id="${next()}" fill="hold">
        ${startXml('indefinite')}
        <p:childTnLst>
          <p:par>
            <p:cTn id="${next()}" fill="hold">
              ${startXml('0')}
              <p:childTnLst>
                ${stepped.filter((one) => one.step === step).map(appear)}
              </p:childTnLst>
            </p:cTn>
          </p:par>
        </p:childTnLst>
      </p:cTn>
    </p:par>`
  const built = stepped.filter(({ kind }) => kind !== 'group')
  return xml`
    <p:timing>
      <p:tnLst>
        <p:par>
          <p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">
            <p:childTnLst>
              <p:seq concurrent="1" nextAc="seek">
                <p:cTn id="2" dur="indefinite" nodeType="mainSeq">
                  <p:childTnLst>${steps.map(press)}</p:childTnLst>
                </p:cTn>
                <p:prevCondLst>${turnXml('onPrev')}</p:prevCondLst>
                <p:nextCondLst>${turnXml('onNext')}</p:nextCondLst>
              </p:seq>
            </p:childTnLst>
          </p:cTn>
        </p:par>
      </p:tnLst>
      ${
        built.length > 0 &&
        xml`<p:bldLst>${built.map(({ id, kind }) => {
          const ground = attribute('animBg', kind === 'shape' ? 1 : undefined)
          return xml`<p:bldP spid="${id}" grpId="0"${ground}/>`
        })}</p:bldLst>`
      }
    </p:timing>`
}
