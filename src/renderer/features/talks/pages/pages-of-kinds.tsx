/** A list and a record of each kind, as the routes name them. */
import { TalkPage } from './talk-page'
import { TalksPage } from './talks-page'

/** Reviews of development. */
export const ReviewsPage = () => <TalksPage kind="review" />
/** One review of development. */
export const ReviewPage = () => <TalkPage kind="review" />
/** Exercises of team meetings. */
export const MeetingsPage = () => <TalksPage kind="meeting" />
/** One team exercise. */
export const MeetingPage = () => <TalkPage kind="meeting" />
/** Learning walks. */
export const WalksPage = () => <TalksPage kind="walk" />
/** One learning walk. */
export const WalkPage = () => <TalkPage kind="walk" />
/** What pupils and parents said. */
export const VoicesPage = () => <TalksPage kind="voice" />
/** One note of what pupils or parents said. */
export const VoicePage = () => <TalkPage kind="voice" />
/** Ways to a qualification. */
export const RoutesPage = () => <TalksPage kind="route" />
/** One way to a qualification. */
export const RoutePage = () => <TalkPage kind="route" />
