package vn.nguongoc.planted.lists;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** A list with a gateway. */
public interface SendsCommands {
    CommandGateway gateway();
}
