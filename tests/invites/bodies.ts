import { readFileSync } from 'node:fs'
import type { Body } from '../../server/invite/merge.ts'

/** The invite as it stands in a calendar, the join link that its event has, and words that its writer typed. */
export type Invite = { name: string; body: Body; joinUrl: string | null; own: string | null }

const meetup = (thread: string) =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}ZDk3Yi00OGFi%40thread.v2/0?context=%7b%22Tid%22%3a%223f6a0d5c-2c11-4b1e-9a52-7d0c1e8b9f10%22%2c%22Oid%22%3a%22a81f7c2e-5d34-4e0b-8f6d-0b9a4c3e2d71%22%7d`
const meet = (id: string) => `https://teams.microsoft.com/meet/${id}?p=Qd7RtxKb2LwVn9`

/** `bodies/`, one file an invite, named for where it comes from and what is odd about it. */
const files: [name: string, joinUrl: string | null, own: string | null][] = [
  ['outlook-classic-nl.html', meetup('NmQ1'), 'het project in Zwolle'],
  ['outlook-classic-en-short-link.html', meet('3771205549012'), 'one thing you are proud of'],
  ['outlook-classic-lists.html', meetup('ODlk'), 'Jouw leerdoel'],
  ['outlook-classic-table.html', meetup('YTBk'), 'Voorstel rooster'],
  ['outlook-classic-signature.html', meetup('ZTE3'), 'overdracht van zaken'],
  ['outlook-classic-as-exchange-keeps-it.html', meetup('MWY4'), 'bringen Sie Ihre Ziele für das Quartal mit'],
  ['new-outlook-nl.html', meetup('MmI5'), 'wat er vorige week lukte'],
  ['new-outlook-en-short-link.html', meet('298441730125'), 'your first month as lead'],
  ['outlook-web-nl.html', meetup('M2Mx'), 'vooraf lezen?'],
  ['outlook-web-fr.html', meetup('NGQy'), 'tes priorités'],
  ['outlook-web-signature-divs.html', meetup('NWUz'), 'a good one?'],
  ['outlook-ios.html', meetup('NmY0'), 'kort overleg over'],
  ['outlook-ios-old-block.html', meetup('NzA1'), 'Quick conversation about the rota'],
  ['outlook-android.html', meetup('ODE2'), 'even bellen over de rapportage?'],
  ['outlook-mac.html', meetup('OTI3'), 'what you want to stop doing'],
  ['apple-calendar-text.txt', meetup('YTM4'), 'Neem je notitieboek mee'],
  ['teams-made-nl.html', meetup('YjQ5'), 'de vragen vooraf'],
  ['teams-made-empty.html', meetup('YzUw'), null],
  ['graph-made-html.html', meetup('ZDYx'), 'Week 4 conversation'],
  ['graph-made-text-as-html.html', null, 'wat kost energie & tijd'],
  ['graph-made-flow-table.html', meetup('ZTcy'), 'Delegating two tasks'],
  ['zoom-block.html', 'https://contoso.zoom.us/j/91234567890?pwd=QmFzZTY0', 'on the usual link'],
  ['webex-block.html', 'https://contoso.webex.com/contoso/j.php?MTID=m4d5e6f', 'moved to Webex this time'],
  ['bookings-made.html', meetup('Zjgz'), 'liever na de lunch'],
  ['external-banner.html', meetup('MDk0'), 'about the mentoring programme'],
  ['safe-links.html', meetup('MWE1'), 'de terugkoppeling van het team'],
  ['safe-links-short.html', meetup('MmI6'), 'Fifteen minutes on your presentation'],
  ['blob-at-the-top-en.html', meetup('M2M3'), 'budget and travel'],
  ['blob-at-the-top-de.html', meetup('NGQ4'), 'vorher das Protokoll lesen'],
  ['blob-in-the-middle.html', meetup('NWU5'), 'ik maak het verslag'],
  ['blob-left-open.html', meetup('NmZh'), 'Kort en goed, zoals altijd'],
  ['two-blobs-one-quoted.html', meetup('NzBi'), 'Verzet, zie hieronder'],
  ['same-blob-twice.html', meetup('OTJk'), 'Doubled by a forward'],
  ['forwarded.html', meetup('YTNl'), 'Kan iemand dinsdag ruilen?'],
  ['section-of-another-conversation.html', meetup('YjRm'), 'Vaker nee zeggen'],
  ['section-mangled-before-the-blob.html', meetup('YzUx'), 'Agenda volgt'],
  ['groei-quoted-in-a-reply.html', meetup('ZDYy'), 'eerder hulp vragen'],
  ['groei-half-left.html', meetup('ZTcz'), 'I kept this half for myself'],
  ['arabic-right-to-left.html', meetup('Zjg0'), 'أهداف الشهر'],
  ['hebrew-in-english.html', meetup('MDk1'), 'and the offsite'],
  ['japanese.html', meetup('MWE2'), '目標の進み具合'],
  ['chinese-korean.html', meetup('MmIz'), '请准备两个问题'],
  ['emoji.html', meetup('M2M0'), 'Vier wat lukte'],
  ['half-closed-markup.html', meetup('NGQ1'), 'nog een'],
  ['upper-case-old-tool.html', meetup('NWU2'), 'kamer 3.12'],
  ['nested-tables.html', null, 'vakantieplanning'],
  ['text-after-the-end.html', meetup('NmY3'), 'Toegevoegd door de virusscanner'],
  ['conditional-comments.html', meetup('NzA4'), 'twee dingen die je wilt leren'],
  ['empty.html', null, null],
  ['empty-frame.html', null, null],
  ['empty-text.txt', null, null],
  ['text-nl.txt', meetup('ODE5'), 'je weekplanning'],
  ['text-en-crlf.txt', meet('3120459981176'), '<on-call>, & holidays.'],
  ['text-de-quoted.txt', meetup('OTIw'), '> Passt Dienstag?'],
  ['text-section-of-another-conversation.txt', null, 'naschrift: parkeren achter'],
]

const invite = ([file, joinUrl, own]: (typeof files)[number]): Invite => {
  const content = readFileSync(new URL(`bodies/${file}`, import.meta.url), 'utf8')
  return { name: file, body: { contentType: file.endsWith('.txt') ? 'text' : 'html', content }, joinUrl, own }
}

/** A table of many conversations, pasted: 50 KB above the meeting blob. */
const long = (): Invite => {
  const { name, body, ...rest } = invite(['outlook-classic-table.html', meetup('YTBk'), 'Voorstel rooster'])
  const row =
    "<tr><td width=312 valign=top style='padding:0cm 5.4pt'><p class=MsoNormal>Week</p></td><td><p class=MsoNormal>Rooster, werkdruk &amp; <b>leerdoel</b><o:p></o:p></p></td></tr>"
  const content = body.content.replace('<tr>', `${row.repeat(Math.ceil(50_000 / row.length))}<tr>`)
  return { name: `long-${name}`, body: { ...body, content }, ...rest }
}

export const invites: Invite[] = [...files.map(invite), long()]
