import { expect, test } from 'vitest'
import { makeOffice } from '../../src/cli/office/office.ts'
import { withPress } from '../../src/cli/pdf/press.ts'
import { complaintsAbout } from './office-validator.ts'

test('the Open XML SDK finds nothing wrong in the Office files of the deck', async () => {
  const files = await withPress(undefined, makeOffice)
  for (const [name, file] of Object.entries(files)) {
    expect(await complaintsAbout(file, name === 'outline' ? 'docx' : 'pptx'), name).toEqual([])
  }
})
