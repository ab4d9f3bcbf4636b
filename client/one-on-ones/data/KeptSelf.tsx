import { Text } from '@fluentui/react-components'
import type { MyData } from '../../../server/contract/my-data.ts'
import { momentInWords, zoneInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'
import { Unfold } from './Unfold.tsx'

/** What is kept of me outside my pairs. When and of what I am reminded stands above, to be changed. */
export function KeptSelf({ me }: { me: MyData['me'] }) {
  const { language } = useSurroundings()
  const words = myData[language]
  const spoken = me.language === 'nl' || me.language === 'en' ? words.languages[me.language] : words.unknown
  const zone = me.timeZone ? zoneInWords(me.timeZone, language) : words.unknown
  const lists = [
    {
      title: words.favourites,
      lines: me.favouriteQuestions.map((one, at) => ({ label: `${at + 1}.`, text: one[language] })),
    },
    {
      title: words.ownQuestions,
      lines: me.questions.map(({ text, purpose }) => ({ label: text, text: purpose })),
    },
    {
      title: words.ownTemplates,
      lines: me.templates.map(({ title, description }) => ({
        label: title[language],
        text: description[language],
      })),
    },
  ]
  return (
    <>
      <Text>{words.settings(spoken, zone)}</Text>
      {me.tipsSeen.length > 0 && <Text>{words.tips(String(me.tipsSeen.length))}</Text>}
      {me.calendarToldUntil && (
        <Text>{words.calendarUntil(momentInWords(me.calendarToldUntil, language, undefined))}</Text>
      )}
      {lists
        .filter(({ lines }) => lines.length > 0)
        .map((one) => (
          <Unfold key={one.title} {...one} />
        ))}
    </>
  )
}
