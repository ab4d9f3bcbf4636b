import { Text } from '@fluentui/react-components'
import type { MyData } from '../../../server/contract/my-data.ts'
import { momentInWords } from '../../lib/dates.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Unfold } from './Unfold.tsx'
import { myDataTexts } from './texts.ts'
import { zoneInWords } from './zone-words.ts'

/** My data outside my pairs. The reminder settings stand above, where they can be changed. */
export function KeptSelf({ me }: { me: MyData['me'] }) {
  const { language } = useAppContext()
  const words = useTexts(myDataTexts)
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
