package dev.sandlot.fair;

import java.util.HashMap;
import java.util.Map;

/// A bounded stock of which everyone may hold at most half of what nobody holds, and of whose last
/// quarter only those get something who hold nothing yet. So a newcomer finds something however
/// many others take all they can, and one alone gets a third of everything. Its memory is bounded
/// by the stock: who holds nothing isn't remembered.
public final class FairShare {

    private final long stock;
    private final long mostEach;
    private final Map<String, Long> held = new HashMap<>();
    private long heldByAll;

    /// @param mostEach what one may hold however much is left
    public FairShare(long stock, long mostEach) {
        this.stock = stock;
        this.mostEach = mostEach;
    }

    public FairShare(long stock) {
        this(stock, stock);
    }

    /// @return whether the client holds so much more now; otherwise nothing has changed
    public synchronized boolean take(String client, long amount) {
        long wanted = held(client) + amount;
        long left = stock - heldByAll;
        boolean first = wanted == amount;
        if (wanted > mostEach
                || wanted > Math.ceilDiv(left, 2)
                || (!first && left - amount < stock / 4)) {
            return false;
        }
        set(client, wanted);
        heldByAll += amount;
        return true;
    }

    public synchronized void giveBack(String client, long amount) {
        long less = held(client) - amount;
        if (less < 0) {
            throw new IllegalArgumentException("More is given back than was taken: " + amount);
        }
        set(client, less);
        heldByAll -= amount;
    }

    public synchronized long held(String client) {
        return held.getOrDefault(client, 0L);
    }

    public synchronized long heldByAll() {
        return heldByAll;
    }

    private void set(String client, long amount) {
        if (amount == 0) {
            held.remove(client);
        } else {
            held.put(client, amount);
        }
    }
}
