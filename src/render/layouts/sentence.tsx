import type { SentenceSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import type { LayoutProps } from './props.ts'

export const Sentence = ({ place }: LayoutProps<SentenceSlide>) => <Heading place={place} />
