;; The three loops in which the bound of a team spends its time, four numbers of 32 bits at once. All addresses and sizes are bytes;
;; a row is a number for each lane. What they do is said in lanes.ts, and done there without this.
;; Once changed: npx node scripts/lanes.ts
(module
  (import "bound" "memory" (memory 1))

  (func (export "fill") (param $at i32) (param $wide i32) (param $lanes i32) (param $list i32) (param $many i32)
    (param $loss i32) (param $more i32)
    (local $block i32) (local $to i32) (local $entry i32) (local $last i32) (local $y i32) (local $over i32)
    (local $one v128) (local $down v128) (local $on v128)
    (local.set $last (i32.add (local.get $list) (i32.shl (local.get $many) (i32.const 3))))
    (local.set $over (i32.mul (local.get $wide) (local.get $lanes)))
    (loop $blocks
      (local.set $down (v128.load (i32.add (local.get $loss) (local.get $block))))
      (local.set $on (v128.load (i32.add (local.get $more) (local.get $block))))
      (local.set $to (i32.add (local.get $at) (local.get $block)))
      (local.set $entry (local.get $list))
      (loop $all
        (local.set $one
          (i32x4.add
            (v128.load (i32.add (i32.load (local.get $entry)) (local.get $block)))
            (i32x4.mul (local.get $down) (i32x4.splat (i32.load offset=4 (local.get $entry))))))
        (local.set $y (local.get $wide))
        (loop $along
          (v128.store (local.get $to) (local.get $one))
          (local.set $one (i32x4.add (local.get $one) (local.get $on)))
          (local.set $to (i32.add (local.get $to) (local.get $lanes)))
          (br_if $along (local.tee $y (i32.sub (local.get $y) (i32.const 1)))))
        (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
        (br_if $all (i32.lt_u (local.get $entry) (local.get $last))))
      (local.set $block (i32.add (local.get $block) (i32.const 16)))
      (br_if $blocks (i32.lt_u (local.get $block) (local.get $lanes)))))

  (func (export "best") (param $at i32) (param $size i32) (param $list i32) (param $many i32) (param $from i32)
    (local $off i32) (local $next i32) (local $last i32) (local $most v128)
    (if (i32.eqz (local.get $many)) (then (return)))
    (local.set $last (i32.add (local.get $list) (i32.shl (local.get $many) (i32.const 2))))
    (loop $along
      (local.set $most (v128.load (i32.add (local.get $at) (local.get $off))))
      (local.set $next (local.get $list))
      (loop $all
        (local.set $most
          (i32x4.max_s (local.get $most)
            (v128.load (i32.add (i32.add (i32.load (local.get $next)) (local.get $from)) (local.get $off)))))
        (local.set $next (i32.add (local.get $next) (i32.const 4)))
        (br_if $all (i32.lt_u (local.get $next) (local.get $last))))
      (v128.store (i32.add (local.get $at) (local.get $off)) (local.get $most))
      (local.set $off (i32.add (local.get $off) (i32.const 16)))
      (br_if $along (i32.lt_u (local.get $off) (local.get $size)))))

  (func (export "serve") (param $at i32) (param $lanes i32) (param $list i32) (param $many i32) (param $least i32)
    (local $last i32) (local $block i32) (local $to i32) (local $from i32) (local $run i32)
    (local $pair i32) (local $pairs i32) (local $y i32) (local $gain v128)
    (if (i32.eqz (local.get $many)) (then (return)))
    (local.set $last (i32.add (local.get $list) (i32.mul (local.get $many) (i32.const 28))))
    (loop $all
      (local.set $run (i32.load offset=24 (local.get $list)))
      (local.set $pairs
        (i32.add (i32.load offset=16 (local.get $list)) (i32.shl (i32.load offset=20 (local.get $list)) (i32.const 3))))
      (local.set $block (i32.const 0))
      (loop $blocks
        (local.set $gain
          (i32x4.max_s (i32x4.splat (local.get $least))
            (i32x4.add
              (v128.load (i32.add (i32.load offset=4 (local.get $list)) (local.get $block)))
              (i32x4.max_s (i32x4.splat (local.get $least))
                (i32x4.add
                  (v128.load (i32.add (i32.load offset=8 (local.get $list)) (local.get $block)))
                  (v128.load (i32.add (i32.load offset=12 (local.get $list)) (local.get $block))))))))
        (local.set $pair (i32.load offset=16 (local.get $list)))
        (loop $rows
          (local.set $to (i32.add (i32.add (local.get $at) (local.get $block)) (i32.load (local.get $pair))))
          (local.set $from
            (i32.add (i32.add (i32.load (local.get $list)) (local.get $block)) (i32.load offset=4 (local.get $pair))))
          (local.set $y (local.get $run))
          (loop $along
            (v128.store (local.get $to)
              (i32x4.max_s (v128.load (local.get $to))
                (i32x4.add (v128.load (local.get $from)) (local.get $gain))))
            (local.set $to (i32.add (local.get $to) (local.get $lanes)))
            (local.set $from (i32.add (local.get $from) (local.get $lanes)))
            (br_if $along (local.tee $y (i32.sub (local.get $y) (i32.const 1)))))
          (local.set $pair (i32.add (local.get $pair) (i32.const 8)))
          (br_if $rows (i32.lt_u (local.get $pair) (local.get $pairs))))
        (local.set $block (i32.add (local.get $block) (i32.const 16)))
        (br_if $blocks (i32.lt_u (local.get $block) (local.get $lanes))))
      (local.set $list (i32.add (local.get $list) (i32.const 28)))
      (br_if $all (i32.lt_u (local.get $list) (local.get $last)))))
)
