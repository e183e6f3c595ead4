package dev.rewarddesk.collect.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Leaves of a name's addresses those of the open web, so that one that is closed is not even tried.
 *
 * @param names what resolves names
 */
record OpenWebDns(Dns names) implements Dns {

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> open = names.lookup(hostname).stream()
                .filter(Addresses::isPublic)
                .toList();
        if (open.isEmpty()) {
            throw new ClosedAddressException(hostname);
        }
        return open;
    }
}
