import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { OneOnOnes } from '../../../server/contract/one-on-ones.ts'
import { PageTitle } from '../../components/PageTitle.tsx'
import { Rows } from '../../components/Rows.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Surface } from '../../components/Surface.tsx'
import { Unseen } from '../../components/Unseen.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { EndedRows } from './EndedRows.tsx'
import { filters, fits, foundAmong, peopleOf, searchedFrom, type Filter } from './people.ts'
import { PersonRow } from './PersonRow.tsx'
import { peopleTexts } from './texts.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  search: { flex: '1 1 160px', maxWidth: '280px', minWidth: 0 },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  filter: {
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    // Twice as thick, so that it is seen without the colour too.
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
})

/** The part of the list that is looked at; it stays so while somebody reads the page of one of them. */
type Look = { search: string; wanted: Filter[] }
const lookKey = 'list of people'
const wholeList: Look = { search: '', wanted: [] }

/** Everybody with whom I have 1-on-1s, by who comes first, and those with whom I had them. */
export function PeoplePage({ overview }: { overview: OneOnOnes }) {
  const words = useTexts(peopleTexts)
  const styles = useStyles()
  const { kept } = useAppContext()
  const [{ search, wanted }, setLook] = useState(() => kept.recallAs<Look>(lookKey, wholeList))
  const people = peopleOf(overview)
  const counted = filters
    .map((filter) => ({ filter, count: people.filter((one) => fits(one, filter)).length }))
    .filter(({ count }) => count > 0)
  // The last one of a kind may be gone, and its filter with it.
  const chosen = wanted.filter((one) => counted.some(({ filter }) => filter === one))
  const isSearched = people.length >= searchedFrom
  const found = foundAmong(people, isSearched ? search : '', chosen)
  const look = (next: Look) => {
    kept.keep(lookKey, JSON.stringify(next))
    setLook(next)
  }
  const toggle = (filter: Filter) => {
    const others = chosen.filter((one) => one !== filter)
    look({ search, wanted: chosen.includes(filter) ? others : [...others, filter] })
  }
  return (
    <>
      <div className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        {isSearched && (
          <SearchField
            className={styles.search}
            aria-label={words.search}
            placeholder={words.search}
            value={search}
            onChange={(words) => look({ search: words, wanted: chosen })}
          />
        )}
        {counted.length > 0 && (
          <div role="group" aria-label={words.filters} className={styles.filters}>
            {counted.map(({ filter, count }) => (
              <button
                key={filter}
                type="button"
                className={mergeClasses(styles.filter, chosen.includes(filter) && styles.chosen)}
                aria-pressed={chosen.includes(filter)}
                onClick={() => toggle(filter)}
              >
                {words.filter[filter](count)}
              </button>
            ))}
          </div>
        )}
        <div role="status">
          {found.length < people.length && <Unseen>{words.found(found.length)}</Unseen>}
        </div>
      </div>
      <Surface>
        {found.length === 0 && <Text>{people.length === 0 ? words.none : words.nobody}</Text>}
        {found.length > 0 && (
          <Rows label={words.title}>
            {found.map((person) => (
              <PersonRow key={person.key} person={person} now={overview.now} />
            ))}
          </Rows>
        )}
      </Surface>
      {overview.ended.length > 0 && <EndedRows pairs={overview.ended} />}
    </>
  )
}
