;; The five loops in which the bound of a team spends its time, four numbers of 32 bits at once. All addresses and sizes are bytes;
;; a row is a number for each lane. What they do is said in lanes.ts, and done there without this.
;; Once changed: npx node scripts/lanes.ts
(module
  (import "bound" "memory" (memory 1))

  ;; a row is four numbers at least
  (func (export "gather") (param $at i32) (param $size i32) (param $list i32) (param $from i32)
    (local $last i32)
    (local.set $last (i32.add (local.get $at) (local.get $size)))
    (loop $along
      (i32.store (local.get $at) (i32.load (i32.add (i32.load (local.get $list)) (local.get $from))))
      (i32.store offset=4 (local.get $at) (i32.load (i32.add (i32.load offset=4 (local.get $list)) (local.get $from))))
      (i32.store offset=8 (local.get $at) (i32.load (i32.add (i32.load offset=8 (local.get $list)) (local.get $from))))
      (i32.store offset=12 (local.get $at) (i32.load (i32.add (i32.load offset=12 (local.get $list)) (local.get $from))))
      (local.set $list (i32.add (local.get $list) (i32.const 16)))
      (br_if $along (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $last)))))

  (func (export "pick") (param $at i32) (param $most i32) (param $lanes i32) (param $list i32) (param $many i32)
    (param $worth i32) (param $cost i32) (param $loss i32) (param $least i32)
    (local $block i32) (local $first i32) (local $after i32) (local $row i32) (local $entry i32) (local $last i32)
    (local $end i32) (local $ends i32) (local $count i32)
    (local $one v128) (local $next v128) (local $low v128)
    (local.set $low (i32x4.splat (local.get $least)))
    (local.set $last (i32.add (local.get $list) (i32.shl (local.get $many) (i32.const 3))))
    (loop $blocks
      (local.set $first (i32.add (local.get $at) (local.get $block)))
      (local.set $after (i32.add (local.get $first) (i32.mul (local.get $most) (local.get $lanes))))
      (local.set $row (local.get $first))
      (loop $empty
        (v128.store (local.get $row) (local.get $low))
        (br_if $empty
          (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $lanes))) (local.get $after))))
      (local.set $end (local.get $block))
      (local.set $entry (local.get $list))
      (loop $all
        (local.set $count (i32.mul (i32.load (local.get $entry)) (local.get $lanes)))
        (local.set $ends
          (i32.add (local.get $end) (i32.mul (i32.load offset=4 (local.get $entry)) (local.get $lanes))))
        (local.set $one (v128.const i32x4 0 0 0 0))
        (loop $best
          (local.set $one
            (i32x4.max_s (local.get $one)
              (i32x4.sub
                (v128.load (i32.add (local.get $worth) (local.get $end)))
                (v128.load (i32.add (local.get $cost) (local.get $end))))))
          (br_if $best
            (i32.lt_u (local.tee $end (i32.add (local.get $end) (local.get $lanes))) (local.get $ends))))
        (local.set $one
          (v128.bitselect
            (i32x4.sub (local.get $one) (v128.load (i32.add (local.get $loss) (local.get $block))))
            (local.get $low)
            (i32x4.gt_s (local.get $one) (v128.const i32x4 0 0 0 0))))
        (local.set $row (local.get $after))
        (loop $along
          (local.set $row (i32.sub (local.get $row) (local.get $lanes)))
          (local.set $next (local.get $one))
          (if (i32.ge_u (i32.sub (local.get $row) (local.get $first)) (local.get $count))
            (then
              (local.set $next
                (i32x4.min_s (local.get $one) (v128.load (i32.sub (local.get $row) (local.get $count)))))))
          (v128.store (local.get $row) (i32x4.max_s (v128.load (local.get $row)) (local.get $next)))
          (br_if $along (i32.gt_u (local.get $row) (local.get $first))))
        (br_if $all
          (i32.lt_u (local.tee $entry (i32.add (local.get $entry) (i32.const 8))) (local.get $last))))
      (local.set $next (v128.load (local.get $first)))
      (loop $sum
        (if (i32.lt_u (local.tee $first (i32.add (local.get $first) (local.get $lanes))) (local.get $after))
          (then
            (v128.store (local.get $first)
              (local.tee $next
                (i32x4.max_s (local.get $low) (i32x4.add (local.get $next) (v128.load (local.get $first))))))
            (br $sum))))
      (br_if $blocks
        (i32.lt_u (local.tee $block (i32.add (local.get $block) (i32.const 16))) (local.get $lanes)))))

  (func (export "fill") (param $at i32) (param $wide i32) (param $apart i32) (param $lanes i32) (param $list i32)
    (param $many i32) (param $loss i32) (param $more i32)
    (local $block i32) (local $start i32) (local $to i32) (local $entry i32) (local $last i32) (local $y i32)
    (local $one v128) (local $down v128) (local $on v128)
    (local.set $last (i32.add (local.get $list) (i32.shl (local.get $many) (i32.const 3))))
    (loop $blocks
      (local.set $down (v128.load (i32.add (local.get $loss) (local.get $block))))
      (local.set $on (v128.load (i32.add (local.get $more) (local.get $block))))
      (local.set $start (i32.add (local.get $at) (local.get $block)))
      (local.set $entry (local.get $list))
      (loop $all
        (local.set $one
          (i32x4.add
            (v128.load (i32.add (i32.load (local.get $entry)) (local.get $block)))
            (i32x4.mul (local.get $down) (i32x4.splat (i32.load offset=4 (local.get $entry))))))
        (local.set $to (local.get $start))
        (local.set $y (local.get $wide))
        (loop $along
          (v128.store (local.get $to) (local.get $one))
          (local.set $one (i32x4.add (local.get $one) (local.get $on)))
          (local.set $to (i32.add (local.get $to) (local.get $apart)))
          (br_if $along (local.tee $y (i32.sub (local.get $y) (i32.const 1)))))
        (local.set $start (i32.add (local.get $start) (local.get $lanes)))
        (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
        (br_if $all (i32.lt_u (local.get $entry) (local.get $last))))
      (local.set $block (i32.add (local.get $block) (i32.const 16)))
      (br_if $blocks (i32.lt_u (local.get $block) (local.get $lanes)))))

  ;; four places of the list at once
  (func (export "best") (param $at i32) (param $size i32) (param $list i32) (param $many i32) (param $from i32)
    (local $last i32) (local $off i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $last (i32.add (local.get $list) (i32.shl (local.get $many) (i32.const 2))))
    (loop $all
      (if (i32.ge_u (local.get $list) (local.get $last)) (then (return)))
      (local.set $a (i32.add (local.get $from) (i32.load (local.get $list))))
      (local.set $b (i32.add (local.get $from) (i32.load offset=4 (local.get $list))))
      (local.set $c (i32.add (local.get $from) (i32.load offset=8 (local.get $list))))
      (local.set $d (i32.add (local.get $from) (i32.load offset=12 (local.get $list))))
      (local.set $off (i32.const 0))
      (loop $along
        (v128.store (i32.add (local.get $at) (local.get $off))
          (i32x4.max_s
            (v128.load (i32.add (local.get $at) (local.get $off)))
            (i32x4.max_s
              (i32x4.max_s
                (v128.load (i32.add (local.get $a) (local.get $off)))
                (v128.load (i32.add (local.get $b) (local.get $off))))
              (i32x4.max_s
                (v128.load (i32.add (local.get $c) (local.get $off)))
                (v128.load (i32.add (local.get $d) (local.get $off)))))))
        (br_if $along (i32.lt_u (local.tee $off (i32.add (local.get $off) (i32.const 16))) (local.get $size))))
      (local.set $list (i32.add (local.get $list) (i32.const 16)))
      (br $all)))

  (func (export "serve") (param $at i32) (param $gains i32) (param $apart i32) (param $lanes i32) (param $list i32)
    (param $many i32) (param $least i32)
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
        (local.set $from (i32.add (local.get $gains) (local.get $block)))
        (local.set $gain
          (i32x4.max_s (i32x4.splat (local.get $least))
            (i32x4.add
              (v128.load (i32.add (i32.load offset=4 (local.get $list)) (local.get $from)))
              (i32x4.max_s (i32x4.splat (local.get $least))
                (i32x4.add
                  (v128.load (i32.add (i32.load offset=8 (local.get $list)) (local.get $from)))
                  (v128.load (i32.add (i32.load offset=12 (local.get $list)) (local.get $from))))))))
        (local.set $pair (i32.load offset=16 (local.get $list)))
        (loop $rows
          (local.set $to (i32.add (i32.add (local.get $at) (local.get $block)) (i32.load (local.get $pair))))
          (local.set $from
            (i32.add
              (i32.add (i32.load (local.get $list)) (i32.load offset=4 (local.get $pair)))
              (i32.add (local.get $at) (local.get $block))))
          (local.set $y (local.get $run))
          (loop $along
            (v128.store (local.get $to)
              (i32x4.max_s (v128.load (local.get $to))
                (i32x4.add (v128.load (local.get $from)) (local.get $gain))))
            (local.set $to (i32.add (local.get $to) (local.get $apart)))
            (local.set $from (i32.add (local.get $from) (local.get $apart)))
            (br_if $along (local.tee $y (i32.sub (local.get $y) (i32.const 1)))))
          (local.set $pair (i32.add (local.get $pair) (i32.const 8)))
          (br_if $rows (i32.lt_u (local.get $pair) (local.get $pairs))))
        (local.set $block (i32.add (local.get $block) (i32.const 16)))
        (br_if $blocks (i32.lt_u (local.get $block) (local.get $lanes))))
      (local.set $list (i32.add (local.get $list) (i32.const 28)))
      (br_if $all (i32.lt_u (local.get $list) (local.get $last)))))
)
