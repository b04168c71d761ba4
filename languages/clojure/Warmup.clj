; Run once when the root file system is built, so that the classes that common programs need are in the AOT cache.
(ns warmup
  (:require [clojure.string :as str]
            [clojure.set :as set]))

(defrecord Planet [name moons])
(defprotocol Shape (area [shape]))
(deftype Square [side] Shape (area [_] (* side side)))
(defmulti describe :kind)
(defmethod describe :star [{:keys [name]}] (str name "!"))

(defn primes [limit]
  (loop [n 2 found []]
    (if (> n limit)
      found
      (recur (inc n) (if (some #(zero? (mod n %)) found) found (conj found n))))))

(println (or (read-line) "") (str/upper-case "hello") (primes 20))
(println (->> (range 10) (filter even?) (map #(* % %)) (reduce +)))
(println (area (Square. 3)) (:moons (->Planet "Earth" 1)) (describe {:kind :star :name "Sun"}))
(let [counts (frequencies "hello")]
  (doseq [[letter n] (sort-by val counts)] (println letter n)))
(println (set/union #{1} #{2}) (format "%.2f" 3.14159) (try (/ 1 0) (catch ArithmeticException e (.getMessage e))))
(def counter (atom 0))
(dotimes [_ 3] (swap! counter inc))
(println @counter (map vector [1 2] [:a :b]) (assoc-in {} [:a :b] 1))
