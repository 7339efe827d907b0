import { expect, test } from 'vitest'
import { pagesOfPlaces } from './pdf-pages'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

test('finds the page of each place, through a tree of pages', () => {
  const pdf = `
4 0 obj
<</Type /Page
/Parent 9 0 R>>
endobj
9 0 obj
<</Type /Pages
/Parent 11 0 R
/Count 2
/Kids [4 0 R 5 0 R]>>
endobj
10 0 obj
<</Type /Pages
/Parent 11 0 R
/Count 1
/Kids [6 0 R]>>
endobj
11 0 obj
<</Type /Pages
/Count 3
/Kids [9 0 R 10 0 R]>>
endobj
12 0 obj
<</part-4 [5 0 R /XYZ 0 700.5 0]
/part-0 [4 0 R /XYZ 0 10 0]
/part-9 [6 0 R /XYZ 0 10 0]
/lost [77 0 R /XYZ 0 10 0]>>
endobj`
  expect([...pagesOfPlaces(bytes(pdf))]).toEqual([
    ['part-4', 2],
    ['part-0', 1],
    ['part-9', 3],
  ])
})

test('has no pages for what it cannot read', () => {
  expect(pagesOfPlaces(bytes('%PDF-1.7 nothing'))).toEqual(new Map())
})
