import type { PeopleSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

export const People = ({ slide, place }: LayoutProps<PeopleSlide>) => (
  <>
    <Heading place={place} />
    <ul class="people" data-count={slide.people.length}>
      {slide.people.map(({ name, roles, deed }) => (
        <li>
          <p class="name">
            <Text lines={name.text} />
          </p>
          {roles.map(({ text }) => (
            <p>
              <Text lines={text} />
            </p>
          ))}
          <p class="deed">
            <Text lines={deed.text} />
          </p>
        </li>
      ))}
    </ul>
  </>
)
