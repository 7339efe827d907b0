import { expect, it } from 'vitest'
import { lazily, once } from './lazily'

it('makes each part once, when it is first read, and all of them for who wants the whole', () => {
  const made: string[] = []
  const part = (name: string) => () => {
    made.push(name)
    return name
  }
  const whole = lazily<{ a: string; b: string }>({ a: part('a'), b: part('b') })
  expect(made).toEqual([])
  expect([whole.b, whole.b, made]).toEqual(['b', 'b', ['b']])
  expect({ ...whole }).toEqual({ a: 'a', b: 'b' })
  expect(made).toEqual(['b', 'a'])
})

it('keeps what was made, be it nothing', () => {
  let times = 0
  const nothing = once(() => {
    times += 1
    return undefined
  })
  expect([nothing(), nothing(), times]).toEqual([undefined, undefined, 1])
})
