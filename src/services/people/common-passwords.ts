/** Words that guessers try first: those of leaked lists everybody knows, and those a person in a council's children's services reaches for. */

const OF_LEAKED_LISTS = `
password passw0rd passwort pass word admin administrator root login logon signin welcome hello hi letmein openup opensesame access master
secret secure security private default changeme changeit newpass newpassword mypass mypassword temp temporary test testing tester guest user
username account computer internet laptop windows microsoft office outlook google facebook twitter instagram youtube amazon apple iphone samsung
android nokia nintendo playstation xbox minecraft pokemon mario zelda starwars startrek matrix batman superman spiderman ironman hulk joker
gandalf hobbit merlin wizard harrypotter hogwarts naruto dragon monkey tiger lion eagle falcon phoenix shadow panther wolf bear horse puppy
doggy kitty kitten cat dog fish bird butterfly dolphin unicorn rainbow sunshine moonlight starlight flower rose lily daisy tulip blossom
princess prince queen king angel devil heaven hell god jesus christ church faith hope love lover loveme loveyou iloveyou iloveu ilove
forever always together family mother father mum dad mummy daddy sister brother baby babygirl babyboy darling honey sweet sweetheart sugar
cookie chocolate cheese banana apple orange lemon cherry peach strawberry pepper ginger coffee pizza chicken burger whisky vodka beer
football soccer rugby cricket tennis golf hockey baseball basketball racing cycling fishing running swimming dancing music guitar piano
metallica nirvana beatles oasis blink eminem rocky rambo terminator ferrari porsche mercedes bmw audi honda toyota corvette mustang camaro
harley yamaha freedom liberty peace happy happiness lucky smile friend friends buddy bestfriend forgotten whatever nothing something anything
trustno trustme fuckyou fuckoff fuck shit bitch asshole bastard sexy qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx
qazwsxedc qweasd qweasdzxc abc abcd abcde abcdef aaa xxx killer hunter ranger soldier ninja samurai pirate captain cowboy thunder lightning
storm winter spring summer autumn fall january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday morning evening night today tomorrow birthday christmas easter halloween holiday
`;

const OF_PEOPLE_AND_PLACES = `
michael jennifer jessica jordan daniel andrew joshua charlie thomas george robert william james david richard matthew anthony christopher
joseph john paul mark steven stephen kevin brian jason justin ryan jack harry oliver jacob alfie oscar samuel benjamin alexander adam
nicole ashley amanda michelle melissa samantha stephanie elizabeth sarah laura rachel rebecca emma sophie olivia amelia emily chloe
charlotte hannah lucy grace ellie mia isla ruby megan lauren katie maria martin simon peter patrick scott stuart gary craig lee dean
london england britain scotland wales ireland manchester liverpool birmingham leeds sheffield newcastle bristol nottingham leicester
brighton norwich exeter plymouth southampton portsmouth oxford cambridge york lancaster preston bolton cardiff swansea edinburgh glasgow
belfast arsenal chelsea tottenham spurs everton villa westham mancity manutd rangers celtic sunderland fulham wolves united city rovers
america newyork paris france spain italy germany australia canada india
`;

const OF_THE_WORK = `
waymark wexcombe council county borough district authority government govuk childrens children child young people services service social
socialwork socialworker socialcare care carer fostering foster adoption safeguarding safeguard safe assessment assessments referral referrals
team manager director analyst performance data scorecard dashboard report reports reporting mosaic liquidlogic eclipse ofsted inspection
headofservice director principal practice practitioner duty frontdoor mash
`;

const LETTERS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
};

/** Small words people put between others. */
const BETWEEN =
  "the and a an my our your of for to is at in on i we you me it this that not no yes please now one two three first";

const split = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words so common that two of them, with digits and signs around, are no password. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  [OF_LEAKED_LISTS, OF_PEOPLE_AND_PLACES, OF_THE_WORK].flatMap(split).map(plainLetters),
);

/** Small words that add nothing to a guess. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(split(BETWEEN));

/** Rows of keys and sequences that fingers run along. */
export const RUNS: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertyuiopasdfghjklzxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "!@#$%^&*()",
  '!"£$%^&*()',
];

/** Digits and signs that stand for letters are read as the letters. */
export function plainLetters(text: string): string {
  return text.toLowerCase().replace(/[013457@$!|]/g, (sign) => LETTERS[sign] ?? sign);
}
