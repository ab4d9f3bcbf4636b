/** The block that Teams writes under the text of an online meeting's invite. */
export const meetingBlob = (joinUrl: string, language: 'nl' | 'en'): string => {
  const word =
    language === 'nl'
      ? {
          title: 'Microsoft Teams-vergadering',
          join: 'Nu deelnemen aan de vergadering',
          id: 'Vergadering-id',
        }
      : { title: 'Microsoft Teams meeting', join: 'Join the meeting now', id: 'Meeting ID' }
  return [
    '<div class="me-email-text" lang="',
    language,
    '" style="max-width:1024px">',
    '<div><span>________________________________________________________________________________</span></div>',
    '<div style="margin-bottom:12px"><span class="me-email-text">',
    word.title,
    '</span></div>',
    '<div><a id="meet_invite_block.action.join_link" class="me-email-headline" href="',
    joinUrl.replaceAll('&', '&amp;'),
    '">',
    word.join,
    '</a></div>',
    '<div><span>',
    word.id,
    ': </span><span>312 445 908 27</span></div>',
    '<div><span>________________________________________________________________________________</span></div>',
    '</div>',
  ].join('')
}

/** Does a body still hold the block of this meeting? Only its link tells. */
export const holdsBlob = (html: string, joinUrl: string): boolean =>
  html.includes(joinUrl) || html.includes(joinUrl.replaceAll('&', '&amp;'))
