import type { ProgrammeSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Numeral, Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

export const Programme = ({ slide, place, deck }: LayoutProps<ProgrammeSlide>) => (
  <>
    <Heading place={place} />
    <ol class="programme">
      {slide.items.map(({ text, parts }, index) => (
        <li>
          <Numeral value={index + 1} />
          <p>
            <Text lines={text} />
          </p>
          <ul class="parts">
            {deck.parts
              .filter(({ name }) => parts.includes(name))
              .map(({ name, slides }) => (
                <li data-part={name}>
                  <a href={`#${slides[0].id}`}>{name}</a>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  </>
)
