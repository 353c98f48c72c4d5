import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { keysOf } from '../../../src/model/record.ts'
import { type Command, commands } from '../../../src/model/talk/command.ts'
import { render } from '../../../src/render/render.tsx'

const helpOf = (page: 'index' | 'speaker'): string =>
  /<dialog id="help".*?<\/dialog>/s.exec(render(page, deck).body)?.[0] ?? ''

const helps = [helpOf('index'), helpOf('speaker')]

const wordsOf = (command: Command): string => commands[command].help ?? commands[command].label

describe('the help of the deck or of the speaker screen', () => {
  test.for(keysOf(commands).filter((command) => commands[command].keys.length > 0))(
    'lists the command %s, which has a key',
    (command) => {
      const listed = helps.some((help) => help.includes(`>${wordsOf(command)}<`))
      const cure = 'add it to `helped` in src/model/talk/help.ts'
      expect(listed, `«${wordsOf(command)}» is in no help: ${cure}`).toBe(true)
    },
  )
})
