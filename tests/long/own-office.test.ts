import { expect, inject, test } from 'vitest'
import { makeOffice } from '../../src/cli/office/office.ts'
import { complaintsAbout } from './office-validator.ts'

test('the Open XML SDK finds nothing wrong in the Office files of the deck', async () => {
  const files = await makeOffice(undefined, inject('dist'))
  for (const [name, file] of Object.entries(files)) {
    expect(await complaintsAbout(file, name === 'outline' ? 'docx' : 'pptx'), name).toEqual([])
  }
})
